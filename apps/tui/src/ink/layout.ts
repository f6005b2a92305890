/** Measures a text: what Ink gives to each of its texts. Ours are never wrapped, so any width will do. */
type Measure = (width: number, mode: number) => { width: number; height: number };

/** What Ink asks of a mode, an edge or a side; ours has one mode, and no edges. */
const ANY = 0;
const DISPLAY_FLEX = 0;

/**
 * A box of Ink's, or a text. Boxes stand beside or below one another and are as large as what is in them, unless they
 * say how large they are.
 */
export class LayoutNode {
  isRow = false;
  width: number | undefined;
  height: number | undefined;
  readonly #children: LayoutNode[] = [];
  #measure: Measure | undefined;
  #display = DISPLAY_FLEX;
  #computed = { left: 0, top: 0, width: 0, height: 0 };

  insertChild(child: LayoutNode, index: number): void {
    this.#children.splice(index, 0, child);
  }

  removeChild(child: LayoutNode): void {
    this.#children.splice(this.#children.indexOf(child), 1);
  }

  getChildCount(): number {
    return this.#children.length;
  }

  setMeasureFunc(measure: Measure): void {
    this.#measure = measure;
  }

  unsetMeasureFunc(): void {
    this.#measure = undefined;
  }

  setWidth(width: number): void {
    this.width = width;
  }

  setDisplay(display: number): void {
    this.#display = display;
  }

  getDisplay(): number {
    return this.#display;
  }

  /** Places everything in this box. */
  calculateLayout(): void {
    this.#place(0, 0);
  }

  #place(left: number, top: number): void {
    const content = this.#measure?.(NaN, ANY) ?? this.#placeChildren();
    this.#computed = { left, top, width: this.width ?? content.width, height: this.height ?? content.height };
  }

  #placeChildren(): { width: number; height: number } {
    let width = 0;
    let height = 0;
    for (const child of this.#children) {
      if (child.#display !== DISPLAY_FLEX) continue;
      child.#place(this.isRow ? width : 0, this.isRow ? 0 : height);
      const { width: wide, height: high } = child.#computed;
      width = this.isRow ? width + wide : Math.max(width, wide);
      height = this.isRow ? Math.max(height, high) : height + high;
    }
    return { width, height };
  }

  getComputedLeft(): number {
    return this.#computed.left;
  }

  getComputedTop(): number {
    return this.#computed.top;
  }

  getComputedWidth(): number {
    return this.#computed.width;
  }

  getComputedHeight(): number {
    return this.#computed.height;
  }

  getComputedPadding(): number {
    return 0;
  }

  getComputedBorder(): number {
    return 0;
  }

  getComputedMargin(): number {
    return 0;
  }

  markDirty(): void {
    // Everything is placed anew for each frame: it is five boxes.
  }

  free(): void {
    // Nothing of ours is outside the garbage collector's reach.
  }

  freeRecursive(): void {
    // As above.
  }
}

/**
 * Takes the place of the package `yoga-layout` under Ink: a frame of ours is a column of two rows and a row of panes, all
 * of them as large as their text. Flexbox is not needed for that, nor the WebAssembly that it comes in.
 */
export default {
  Node: { create: () => new LayoutNode() },
  MEASURE_MODE_UNDEFINED: ANY,
  DIRECTION_LTR: ANY,
  DISPLAY_FLEX,
  DISPLAY_NONE: 1,
  EDGE_LEFT: ANY,
  EDGE_TOP: ANY,
  EDGE_RIGHT: ANY,
  EDGE_BOTTOM: ANY,
};
