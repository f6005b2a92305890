/**
 * Shows a dialog over the page. It is gone when it is closed, and a click beside it closes it.
 *
 * @param name Its class.
 * @param content What stands in it.
 */
export function openDialog(name: string, ...content: HTMLElement[]): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = name;
  dialog.append(...content);
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
