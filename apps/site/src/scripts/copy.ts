/** Gives every block of code a button that copies it. */
export function startCopying(): void {
  const blocks = document.querySelectorAll('figure.code');
  if (blocks.length === 0 || !('clipboard' in navigator)) return;
  const status = document.createElement('p');
  status.className = 'hidden-visually';
  status.role = 'status';
  document.body.append(status);

  for (const block of blocks) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      const copied = await navigator.clipboard.writeText(block.querySelector('code')?.textContent ?? '').then(
        () => true,
        () => false,
      );
      button.textContent = copied ? 'Copied' : 'Not allowed';
      status.textContent = copied ? 'The code is copied.' : 'The browser does not allow copying.';
      setTimeout(() => (button.textContent = 'Copy'), 1500);
    });
    block.prepend(button);
  }
}
