/**
 * What the bundle leaves out of the libraries it carries, because nobody who reads a guide can come to it. Each plugin
 * makes sure that it found what it is about: a library that has changed fails the build instead of growing it.
 */
import { coreFromSource, noChemistry } from './shrink/core.ts';
import { entitiesInAFile, onlyReadMarkdown, oneSchemaOfYaml } from './shrink/parser.ts';
import type { Plugin } from './shrink/plugin.ts';
import { reconcilerForInk } from './shrink/reconciler.ts';
import { unreached } from './shrink/unreached.ts';
import { lessOfZod } from './shrink/zod.ts';

/** All of them. */
export const shrinkers: readonly Plugin[] = [
  unreached,
  reconcilerForInk,
  lessOfZod,
  coreFromSource,
  noChemistry,
  oneSchemaOfYaml,
  onlyReadMarkdown,
  entitiesInAFile,
];
