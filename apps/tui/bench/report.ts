let over = 0;

/** Prints a figure, and whether it is within its limit. */
export function row(name: string, value: number, limit?: number, remark = ''): void {
  const isOver = limit !== undefined && !(value <= limit);
  if (isOver) over += 1;
  const said = limit === undefined ? '' : `${isOver ? 'OVER' : 'within'} ${limit.toFixed(0)}`;
  console.log(`  ${name.padEnd(34)} ${value.toFixed(1).padStart(8)}   ${said.padEnd(12)} ${remark}`.trimEnd());
}

/** Says in one line how it went. */
export function conclude(): void {
  console.log(over === 0 ? '\nWithin every limit.' : `\n${over} over the limit.`);
}

/** The median and the 95th percentile of some numbers. */
export function summary(values: readonly number[]): { median: number; p95: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { median: at(0.5), p95: at(0.95) };
}
