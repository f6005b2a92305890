import type { Plugin } from './plugin.ts';

/** What React's reconciler can do for hosts that are not Ink: a server's page to take over, a document's head. */
const ABSENT = [
  'supportsHydration',
  'supportsPersistence',
  'supportsResources',
  'supportsSingletons',
  'supportsTestSelectors',
];
const PRESENT = ['supportsMutation', 'supportsMicrotasks'];

/** Says in the reconciler's own text what Ink's host is: then the minifier leaves out what is for others. */
export const reconcilerForInk: Plugin = {
  name: 'reconciler-for-ink',
  transform(code, id) {
    if (!/react-reconciler\.production\.js$/.test(id)) return undefined;
    let text = code;
    for (const name of [...ABSENT, ...PRESENT]) {
      const read = new RegExp(`\\b${name} = \\$\\$\\$config\\.${name}\\b`);
      if (!read.test(text)) throw new Error(`expected \`${name}\` of the host in react-reconciler`);
      const value = PRESENT.includes(name) ? 'true' : 'false';
      text = text.replace(read, `not_${name} = 0`).replaceAll(new RegExp(`\\b${name}\\b`, 'g'), value);
    }
    return { code: text, map: null };
  },
};
