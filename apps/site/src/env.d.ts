interface ImportMetaEnv {
  /** The folder of the files that the guide brings along; set by `scripts/content-plugin.ts`. */
  readonly MLGUIDE_ASSETS: string;
  /** What the reader’s database and all that belongs to it is called: several guides may live on one host. `astro.config.ts` sets it. */
  readonly MLGUIDE_DATABASE: string;
  /** The folder of the fonts, with a `/` at the end. */
  readonly MLGUIDE_FONTS: string;
  /** The file with the versions of the pages that the build of `@mlguide/content` notes; set there too. */
  readonly MLGUIDE_VERSIONS: string;
  /** The folder of the guide’s Markdown; set there too. */
  readonly MLGUIDE_SOURCES: string;
}
