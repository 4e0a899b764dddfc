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
