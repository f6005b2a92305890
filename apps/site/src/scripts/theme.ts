const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');

/** Whether the page is dark now. */
function isDark(): boolean {
  return root.dataset['theme'] === undefined ? system.matches : root.dataset['theme'] === 'dark';
}

/** Turns the page from light to dark or back, and remembers it. */
export function toggleTheme(): void {
  const theme = isDark() ? 'light' : 'dark';
  root.dataset['theme'] = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  showTheme();
}

function showTheme(): void {
  for (const button of document.querySelectorAll('[data-toggle-theme]')) {
    button.setAttribute('aria-pressed', String(isDark()));
  }
}

/** Makes the theme's button work. */
export function startTheme(): void {
  showTheme();
  system.addEventListener('change', showTheme);
  for (const button of document.querySelectorAll('[data-toggle-theme]')) button.addEventListener('click', toggleTheme);
}
