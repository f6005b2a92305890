/** What the site says of itself that no guide can know. */

/** The address that the site will have (`MLGUIDE_SITE`); nothing if it is built to be looked at here. */
export const siteAddress: string | undefined = process.env['MLGUIDE_SITE'] || undefined;

/** The address in front of a file's path where a reader can change it (`MLGUIDE_EDIT`); nothing if there is none. */
export const editRoot: string | undefined = process.env['MLGUIDE_EDIT'] || undefined;
