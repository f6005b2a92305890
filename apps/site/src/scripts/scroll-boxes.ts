const BOXES = '.scroll, .formula, .long-formula, pre';

/**
 * Takes boxes that have nothing to scroll out of the tab order. They are all in it to begin with, so that a keyboard
 * reaches every wide table and formula without this script too.
 */
export function startScrollBoxes(): void {
  const watcher = watchSizes();
  const watch = () => document.querySelectorAll(BOXES).forEach((box) => watcher.observe(box));
  watch();
  // Where one studies, prose comes and goes. That its scripts asked for this would cost every page another file.
  const study = document.querySelector('[data-study]');
  if (study) new MutationObserver(watch).observe(study, { childList: true, subtree: true });
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
