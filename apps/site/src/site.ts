/** What the site says of itself that no guide can know. */

/** The address that the site will have (`MLGUIDE_SITE`); nothing if it is built to be looked at here. */
export const siteAddress: string | undefined = process.env['MLGUIDE_SITE'] || undefined;

/** The address in front of a file's path where a reader can change it (`MLGUIDE_EDIT`); nothing if there is none. */
const editRoot: string | undefined = process.env['MLGUIDE_EDIT'] || undefined;

/** Where a reader can change a file of the guide; nothing if no place is known. */
export function editAddress(file: string): string | undefined {
  return editRoot && `${editRoot.replace(/\/$/, '')}/${encodeURI(file)}`;
}

/** Where the history of a file is shown, if the files are on a host that we know. */
export function historyAddress(file: string): string | undefined {
  const edit = editAddress(file);
  const history = edit?.replace(/^(https:\/\/github\.com\/[^/]+\/[^/]+)\/edit\//, '$1/commits/');
  return history === edit ? undefined : history;
}

/** The widths of the PNG icons, in pixels: what systems ask for that install a site. */
export const iconSizes = [192, 512] as const;
