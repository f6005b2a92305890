/** Opens the search. Its code and its index are fetched when somebody first asks for them. */
export function openSearchDialog(): void {
  void import('./search.ts').then(({ showSearch }) => showSearch());
}

/** Makes the search's button work, and fetches its code as soon as a hand comes near. */
export function startSearchButton(): void {
  for (const button of document.querySelectorAll('[data-open-search]')) {
    button.addEventListener('click', openSearchDialog);
    button.addEventListener('pointerenter', () => void import('./search.ts').then(({ loadIndex }) => loadIndex()), {
      once: true,
    });
  }
}
