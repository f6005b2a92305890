import type { Code, Construct, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types';

const DOLLAR = 36;
const BACKSLASH = 92;

const isSpaceOrEnd = (code: Code) => code === null || code < 0 || code === 32;
const isDigit = (code: Code) => code !== null && code >= 48 && code <= 57;

/**
 * Math in a line between single dollars, by pandoc's rule: no space just inside the dollars and no digit after the
 * closing one. So `$x^2$` is a formula and `$5 and $10` is money, which `remark-math` cannot tell apart.
 *
 * It emits the token names of `micromark-extension-math`, so `mdast-util-math` makes the nodes. Like code, it binds
 * tighter than emphasis, and stays in one paragraph.
 *
 * @see https://pandoc.org/MANUAL.html#math
 */
export function singleDollarMath(): Extension {
  const construct: Construct = { name: 'singleDollarMath', tokenize, previous: (code) => code !== DOLLAR };
  return { text: { [DOLLAR]: construct } };
}

/* A line without a closing dollar must not be scanned again from each of its dollars: 50,000 of them would be
   quadratic. So a formula in the line is at most this long. */
const LIMIT = 1000;

const tokenize: Tokenizer = function (this: TokenizeContext, effects, ok, nok): State {
  let length = 0;
  let previous: Code = null;

  return function open(code) {
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    effects.consume(code);
    effects.exit('mathTextSequence');
    return first;
  };

  function first(code: Code): State | undefined {
    if (isSpaceOrEnd(code) || code === DOLLAR) return nok(code);
    effects.enter('mathTextData');
    return inside(code);
  }

  function inside(code: Code): State | undefined {
    if (code === null || ++length > LIMIT) return nok(code);
    if (code === DOLLAR && previous !== BACKSLASH) {
      if (isSpaceOrEnd(previous)) return nok(code);
      effects.exit('mathTextData');
      effects.enter('mathTextSequence');
      effects.consume(code);
      effects.exit('mathTextSequence');
      return after;
    }
    // A formula may run over a line ending, which micromark wants as a token of its own.
    if (code < -2 && code >= -5) {
      if (previous === null) return nok(code);
      effects.exit('mathTextData');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      previous = code;
      return lineStart;
    }
    previous = previous === BACKSLASH && code === BACKSLASH ? null : code;
    effects.consume(code);
    return inside;
  }

  function lineStart(code: Code): State | undefined {
    if (code === null || code < 0 || code === DOLLAR) return nok(code);
    effects.enter('mathTextData');
    return inside(code);
  }

  function after(code: Code): State | undefined {
    if (isDigit(code) || code === DOLLAR) return nok(code);
    effects.exit('mathText');
    return ok(code);
  }
};
