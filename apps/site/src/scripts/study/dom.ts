type Handler = (event: Event) => void;

/**
 * Makes an element.
 *
 * @param attributes Attributes by name; a function listens to the event of its name without `on`; `false` leaves out.
 * @example make('button', { type: 'button', onclick: next }, 'Next')
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number | boolean | Handler> = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button. */
export function makeButton(
  text: string,
  onclick: () => void,
  attributes: Record<string, string> = {},
): HTMLButtonElement {
  return make('button', { type: 'button', class: 'button', onclick, ...attributes }, text);
}

/** A field with its name above it. */
export function makeField(title: string, field: HTMLElement): HTMLLabelElement {
  return make('label', {}, make('span', { class: 'label' }, title), field);
}

/** A choice of a few values. */
export function makeSelect(
  options: readonly (readonly [value: string, title: string])[],
  chosen: string,
): HTMLSelectElement {
  const select = make('select', { autocomplete: 'off' });
  for (const [value, title] of options) select.append(make('option', { value, selected: value === chosen }, title));
  return select;
}

/** Moves the focus to something that is no control, so that what is new is read out and keys go on from there. */
export function moveFocus(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  const { top } = element.getBoundingClientRect();
  if (top < 0 || top > innerHeight * 0.7) element.scrollIntoView({ block: 'start' });
}

/** Offers text as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
