/** Takes the place of Ink's: our lines have been wrapped or cut to their pane before Ink sees them. */
export default function wrapText(text: string): string {
  return text;
}
