/** Takes the place of Ink's: a changed line is written as a whole, which is shorter than finding out what to keep. */
export default function lineUpdate(_previous: string, next: string): string {
  return `\u001b[G\u001b[K${next}`;
}
