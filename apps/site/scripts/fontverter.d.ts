/** The part of `fontverter` that we use; it brings no types. */
declare module 'fontverter' {
  /** A font in another format; it knows by itself in which one it is. */
  export function convert(font: Buffer, to: 'sfnt' | 'woff2'): Promise<Buffer>;
}
