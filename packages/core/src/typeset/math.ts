import temml from 'temml';

import type { TypesetMath } from '../body.ts';
import { mathText } from './math-text.ts';
import { parseMathml } from './mathml.ts';

/**
 * Sets a formula.
 *
 * The MathML carries no `style` attribute, so that a page can forbid inline styles; Temml's classes (`tml-…`) stay.
 *
 * @param tex TeX without dollars.
 * @throws {Error} if TeX does not understand it; the message says what and where.
 * @see https://temml.org
 */
export function typesetMath(tex: string, displayMode: boolean): TypesetMath {
  const markup = temml.renderToString(tex, {
    displayMode,
    throwOnError: true,
    strict: false,
    trust: false,
    maxSize: [20, 100],
  });
  const mathml = markup.replace(/ style="[^"]*"/gu, '');
  return { mathml, text: mathText(parseMathml(mathml)) };
}
