// Enhancements only: every page works without this file.
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
  if (event.key === '/') {
    const search = document.querySelector('input[type="search"]');
    if (search) {
      search.focus();
      event.preventDefault();
    }
    return;
  }
  const act = document.querySelector(`[data-key="${CSS.escape(event.key.toUpperCase())}"]`);
  if (act) {
    act.click();
    event.preventDefault();
  }
});

// A form that saves itself: submitting it waits for the save under way, and a save that failed says so.
let saving = 0;
let waiting = null;
const savesItself = (element) => element instanceof Element && element.matches('form[hx-put]');
document.addEventListener('htmx:beforeRequest', (event) => {
  if (savesItself(event.target)) saving += 1;
});
document.addEventListener('htmx:afterRequest', (event) => {
  if (!savesItself(event.target)) return;
  saving -= 1;
  if (!event.detail.successful) {
    const said = document.querySelector('[data-failed]');
    if (said) said.textContent = said.dataset.failed;
  }
  if (waiting && saving === 0) waiting.submit();
});
document.addEventListener('submit', (event) => {
  if (savesItself(event.target) && saving > 0) {
    event.preventDefault();
    waiting = event.target;
  }
});

// Arrow keys walk through suggestions; Escape goes back to the words.
document.addEventListener('keydown', (event) => {
  const input = event.target.closest('input[data-list]');
  const link = event.target.closest('.hits a');
  if (!input && !link) return;
  const list = input ? document.getElementById(input.dataset.list) : link.closest('.hits');
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(link);
  if (event.key === 'ArrowDown' && links[at + 1]) links[at + 1].focus();
  else if (event.key === 'ArrowUp' && at > 0) links[at - 1].focus();
  else if (link && (event.key === 'Escape' || event.key === 'ArrowUp')) {
    document.querySelector(`input[data-list="${CSS.escape(list.id)}"]`)?.focus();
  } else return;
  event.preventDefault();
});
