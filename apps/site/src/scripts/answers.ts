const button = () => document.querySelector<HTMLButtonElement>('[data-open-answers]');
const answers = () => [...document.querySelectorAll<HTMLDetailsElement>('details.question')];

/** Opens all answers, or closes them if all are open. */
export function toggleAnswers(): void {
  const open = !answers().every((answer) => answer.open);
  for (const answer of answers()) answer.open = open;
  showState();
}

/** Makes the button for all answers work, and opens the one that an address names. */
export function startAnswers(): void {
  button()?.addEventListener('click', toggleAnswers);
  for (const answer of answers()) answer.addEventListener('toggle', showState);
  addEventListener('hashchange', openNamed);
  openNamed();
}

function openNamed(): void {
  // Compared, not decoded: an address may end in `#100%`.
  const named = answers().find(({ id }) => [id, encodeURIComponent(id)].includes(location.hash.slice(1)));
  if (named) named.open = true;
}

function showState(): void {
  const all = answers().every((answer) => answer.open);
  const found = button();
  if (found) found.textContent = all ? 'Close all answers' : 'Open all answers';
}
