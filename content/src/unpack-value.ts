import { FIRST_TAG, TOKEN_KINDS, type Dictionary, type Packed } from './pack-format.ts';

/**
 * The value that `Packer` packed.
 *
 * @param text What it was packed to, as JSON.
 * @param dictionary What it shares with the other values of its release.
 */
export function unpackValue(text: string, { shapes, tags }: Dictionary): unknown {
  const [strings, packed] = JSON.parse(text) as Packed;

  // This runs once, and cold: arrays are changed in place, and primitives never reach it.
  function unpackArray(array: unknown[]): unknown {
    const first = array[0];
    if (typeof first !== 'number') return unpackItems(array, 0);
    if (first < 0) return strings[-1 - first];
    if (first === 0) return unpackItems(array, 1).slice(1);
    const object: Record<string, unknown> = {};
    let next = 1;
    for (const key of shapes[first - 1]!) {
      if (typeof key !== 'string') object[key[0]] = key[1];
      else {
        const value = array[next++];
        object[key] = typeof value === 'object' && value !== null ? unpackArray(value as unknown[]) : value;
        // The two keys whose strings are written shorter than they are.
        if (key === 'mathml' || key === 'svg') object[key] = withTags(object[key] as string, tags);
      }
    }
    if (object['type'] === 'code' && 'data' in object) {
      object['data'] = withTokens(object['data'] as { runs?: string }, object['value'] as string);
    }
    return object;
  }

  function unpackItems(array: unknown[], from: number): unknown[] {
    for (let at = from; at < array.length; at++) {
      const value = array[at];
      if (typeof value === 'object' && value !== null) array[at] = unpackArray(value as unknown[]);
    }
    return array;
  }

  return unpackItems([packed], 0)[0];
}

function withTags(markup: string, tags: readonly string[]): string {
  return markup.replace(/[\uE000-\uF8FF]/gu, (letter) => tags[letter.charCodeAt(0) - FIRST_TAG]!);
}

function withTokens({ runs, ...data }: { runs?: string }, code: string): object {
  if (runs === undefined) return data;
  const lines = code.split('\n');
  const tokens = runs.split('\n').map((line, index) => {
    let at = 0;
    const ends = line === '' ? [] : line.split(' ');
    return ends.map((run) => {
      const start = at;
      at += Number.parseInt(run.slice(1), 36);
      return [lines[index]!.slice(start, at), TOKEN_KINDS[run.charCodeAt(0) - 97]];
    });
  });
  return { ...data, tokens };
}
