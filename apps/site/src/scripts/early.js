// Runs before the first paint: the reader's choice of theme, and the sign that scripts run.
{
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; then the system's theme it is.
  }
}
