let watcher: ResizeObserver | undefined;

/**
 * Takes boxes that have nothing to scroll out of the tab order. They are all in it to begin with, so that a keyboard
 * reaches every wide table and formula without this script too.
 *
 * @param within What to look at: the page, or a part that was added to it.
 */
export function startScrollBoxes(within: ParentNode = document): void {
  watcher ??= new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (!(target instanceof HTMLElement)) continue;
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
    }
  });
  for (const box of within.querySelectorAll('.scroll, .formula, .long-formula, pre')) watcher.observe(box);
}
