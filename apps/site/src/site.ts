/** What the site says of itself that no guide can know. */

/** The address that the site will have (`MLGUIDE_SITE`); nothing if it is built to be looked at here. */
export const siteAddress: string | undefined = process.env['MLGUIDE_SITE'] || undefined;

/** The address in front of a file's path where a reader can change it (`MLGUIDE_EDIT`); nothing if there is none. */
export const editRoot: string | undefined = process.env['MLGUIDE_EDIT'] || undefined;

/** The widths of the PNG icons, in pixels: what systems ask for that install a site. */
export const iconSizes = [192, 512] as const;
