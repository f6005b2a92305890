/** Narrows a list to what the fields of its form say. The form's state is kept in the address, to be shared. */
export function startFilter(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-filter]');
  if (!form) return;
  const fields = [...form.querySelectorAll('select')];
  const groups = [...document.querySelectorAll<HTMLElement>('[data-group]')];
  const status = form.querySelector('[data-filter-count]');

  const apply = () => {
    let shown = 0;
    for (const group of groups) {
      let inGroup = 0;
      for (const item of group.querySelectorAll<HTMLElement>('[data-item]')) {
        const fits = fields.every(
          ({ name, value }) => value === '' || (item.dataset[name] ?? group.dataset[name]) === value,
        );
        item.hidden = !fits;
        if (fits) inGroup++;
      }
      group.hidden = inGroup === 0;
      shown += inGroup;
    }
    const noun = form.dataset['filter'] ?? '';
    if (status) status.textContent = `${shown.toLocaleString('en-GB')} ${noun}${shown === 1 ? '' : 's'}`;
  };

  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = asked.get(field.name);
    if (value !== null && [...field.options].some((option) => option.value === value)) field.value = value;
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    apply();
    const address = new URL(location.href);
    for (const { name, value } of fields) {
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    history.replaceState(null, '', address);
  });
  apply();
}
