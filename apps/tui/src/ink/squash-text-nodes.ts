interface TextNode {
  nodeName: string;
  nodeValue?: string;
  childNodes?: readonly TextNode[];
}

/** Takes the place of Ink's: our text has been cleaned and painted already, and needs no second look. */
export default function squashTextNodes(node: TextNode): string {
  return (node.childNodes ?? []).map((child) => child.nodeValue ?? squashTextNodes(child)).join('');
}
