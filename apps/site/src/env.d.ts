interface ImportMetaEnv {
  /** The folder of the files that the guide brings along; set by `scripts/content-plugin.ts`. */
  readonly MLGUIDE_ASSETS: string;
  /** The folder of the fonts, with a `/` at the end. */
  readonly MLGUIDE_FONTS: string;
  /** The folder of the pages' modules, if the content is laid out as `@mlguide/content` is; set there too. */
  readonly MLGUIDE_PROSE: string;
  /** The folder of the guide’s Markdown; set there too. */
  readonly MLGUIDE_SOURCES: string;
}
