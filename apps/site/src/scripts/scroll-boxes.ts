const BOXES = '.scroll, .formula, .long-formula, pre';

let watcher: ResizeObserver | undefined;

/**
 * Takes boxes that have nothing to scroll out of the tab order. They are all in it to begin with, so that a keyboard
 * reaches every wide table and formula without this script too.
 *
 * @param within What to look at: the page, or a part that was added to it.
 */
export function startScrollBoxes(within: ParentNode = document): void {
  watcher ??= watchSizes();
  for (const box of within.querySelectorAll(BOXES)) watcher.observe(box);
}

function watchSizes(): ResizeObserver {
  // A font that comes late makes what is inside wider, and leaves the box as it is.
  document.fonts.addEventListener('loadingdone', () => {
    document.querySelectorAll(BOXES).forEach(setTabStop);
  });
  return new ResizeObserver((entries) => {
    for (const { target } of entries) setTabStop(target);
  });
}

function setTabStop(box: Element): void {
  if (box.scrollWidth > box.clientWidth) box.setAttribute('tabindex', '0');
  else box.removeAttribute('tabindex');
}
