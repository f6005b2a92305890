import { math } from 'micromark-extension-math';
import type { Code, Construct, Extension, State, TokenizeContext, Tokenizer, TokenType } from 'micromark-util-types';

const DOLLAR = 36;

/**
 * Displayed math, as GitHub and pandoc have it. In `remark-math` a formula that starts on the line of its dollars
 *
 * ```markdown
 * $$\begin{aligned} a &= b \\
 * c &= d \end{aligned}$$
 * ```
 *
 * is an opening fence with a remark, which swallows the rest of the file. Here only `$$` alone on its line is a fence;
 * the formula above is math in a paragraph of its own, and `body.ts` displays it.
 */
export function displayedMath(): Extension {
  const extension = math({ singleDollarTextMath: false });
  const fenced = extension.flow![DOLLAR] as Construct;
  const tokenize: Tokenizer = function (this: TokenizeContext, effects, ok, nok) {
    // In this very context: it says whether a paragraph is interrupted, and a fence then must not read on.
    const open: State = (code) => fenced.tokenize.call(this, effects, ok, nok)(code);
    return effects.check(bareFence, open, nok);
  };
  return { ...extension, flow: { [DOLLAR]: { ...fenced, name: 'displayedMath', tokenize } } };
}

const FENCE = 'mathFlowFence' as TokenType;

const bareFence: Construct = {
  partial: true,
  tokenize(this: TokenizeContext, effects, ok, nok): State {
    let size = 0;
    return function start(code) {
      effects.enter(FENCE);
      return dollars(code);
    };

    function dollars(code: Code): State | undefined {
      if (code === DOLLAR) {
        size += 1;
        effects.consume(code);
        return dollars;
      }
      return size < 2 ? nok(code) : blanks(code);
    }

    function blanks(code: Code): State | undefined {
      // Space and tab; the codes below -2 and null end the line.
      if (code === 32 || code === -1 || code === -2) {
        effects.consume(code);
        return blanks;
      }
      if (code !== null && code >= -2) return nok(code);
      effects.exit(FENCE);
      return ok(code);
    }
  },
};
