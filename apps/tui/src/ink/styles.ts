import type { LayoutNode } from './layout.ts';

/** What our components say of a box. */
interface Style {
  flexDirection?: 'row' | 'column';
  width?: number;
  height?: number;
}

/** Takes the place of Ink's: tells our layout what has changed in a style. */
export default function applyStyles(node: LayoutNode, style: Style = {}): void {
  if ('flexDirection' in style) node.isRow = style.flexDirection === 'row';
  if ('width' in style) node.width = style.width;
  if ('height' in style) node.height = style.height;
}
