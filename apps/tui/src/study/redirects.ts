import type { Guide } from '@mlguide/core';

/** What leads from an id of an earlier release to the one that took its place, so that its history follows. */
export function followRedirects({ redirects }: Guide): (id: string) => string {
  return (id) => (Object.hasOwn(redirects, id) ? redirects[id]! : id);
}
