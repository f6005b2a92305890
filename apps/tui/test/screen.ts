import { createRequire } from 'node:module';
import type {
  ITerminalAddon,
  ITerminalInitOnlyOptions,
  ITerminalOptions,
  Terminal as XtermTerminal,
} from '@xterm/headless';

// Both are CommonJS whose names Node cannot see from outside.
const require = createRequire(import.meta.url);
const { Terminal } = require('@xterm/headless') as {
  Terminal: new (options: ITerminalOptions & ITerminalInitOnlyOptions) => XtermTerminal;
};
const { Unicode11Addon } = require('@xterm/addon-unicode11') as { Unicode11Addon: new () => ITerminalAddon };

/** A terminal without a window, to read back what a program has drawn. */
export class Screen {
  readonly terminal: XtermTerminal;

  constructor(columns: number, rows: number, convertEol = false) {
    this.terminal = new Terminal({ cols: columns, rows, allowProposedApi: true, convertEol });
    this.terminal.loadAddon(new Unicode11Addon());
    this.terminal.unicode.activeVersion = '11';
  }

  /** Feeds the terminal; resolves when it has drawn. */
  write(data: string): Promise<void> {
    return new Promise((resolve) => this.terminal.write(data, resolve));
  }

  /** The rows as text, without spaces at the end. */
  lines(): string[] {
    const { active } = this.terminal.buffer;
    return Array.from(
      { length: this.terminal.rows },
      (_, row) =>
        active
          .getLine(active.baseY + row)
          ?.translateToString(true)
          .trimEnd() ?? '',
    );
  }

  text(): string {
    return this.lines().join('\n');
  }

  /** Every cell with its looks, to compare two screens. */
  cells(): string[] {
    const { active } = this.terminal.buffer;
    return Array.from({ length: this.terminal.rows }, (_, row) => {
      const line = active.getLine(active.baseY + row);
      let out = '';
      for (let column = 0; column < this.terminal.cols; column++) {
        const cell = line?.getCell(column);
        if (cell === undefined) continue;
        const chars = cell.getChars() || ' ';
        // The looks of a blank are seen only if it is reversed or underlined.
        const blank = chars === ' ' && !cell.isInverse() && !cell.isUnderline();
        const looks = blank
          ? ''
          : `${cell.getFgColor()}${cell.isBold() ? 'b' : ''}${cell.isInverse() ? 'r' : ''}${cell.isUnderline() ? 'u' : ''}`;
        out += `${chars}${looks && `<${looks}>`}`;
      }
      return out.trimEnd();
    });
  }

  /** Whether the second screen is shown. */
  isAlternate(): boolean {
    return this.terminal.buffer.active.type === 'alternate';
  }
}
