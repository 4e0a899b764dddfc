// Enhancements only: every page works without this file.

// Keys that belong to the input method: Escape takes back a candidate there, arrows choose one.
const composing = (event) => event.isComposing || event.keyCode === 229;

const modified = (event) => event.ctrlKey || event.metaKey || event.altKey;

// Single keys act on the desk alone, and only while they are turned on there.
const singleKeys = document.documentElement.dataset.keys === 'on';
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (!singleKeys || modified(event) || typing) return;
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

// On a phone a drawing gives way to its table.
if (matchMedia('(max-width: 56rem)').matches) {
  document.querySelectorAll('details.instead').forEach((table) => { table.open = true; });
}

// A form that saves itself: submitting it waits for the save under way, and a save that failed says so. A link waits too,
// until what was typed is saved; pressed again, or after a save that failed, it leads on. Left another way the page sends
// along what it has.
let saving = 0;
let typed = false;
let waiting = null;
let leaving = null;
let failed = false;
const savesItself = (element) => element instanceof Element && element.matches('form[hx-put]');
['input', 'change'].forEach((kind) => document.addEventListener(kind, (event) => {
  if (!savesItself(event.target.form)) return;
  typed = true;
  leaving = null;
}));
document.addEventListener('htmx:beforeRequest', (event) => {
  if (!savesItself(event.target)) return;
  saving += 1;
  typed = false;
});
document.addEventListener('htmx:afterRequest', (event) => {
  if (!savesItself(event.target)) return;
  saving -= 1;
  failed = !event.detail.successful || document.querySelector('#saved b') !== null;
  if (failed) leaving = null;
  if (!event.detail.successful) {
    typed = true;
    const said = document.querySelector('[data-failed]');
    if (said) said.textContent = said.dataset[`failed${event.detail.xhr.status}`] ?? said.dataset.failed;
  }
  if (saving > 0) return;
  const [button, link] = [waiting, leaving];
  if (button) {
    typed = false;
    waiting = null;
    button.click();
  } else if (link && !typed) {
    leaving = null;
    location.assign(link);
  }
});
document.addEventListener('submit', (event) => {
  if (!savesItself(event.target)) return;
  typed = false;
  if (saving > 0) {
    event.preventDefault();
    waiting = event.submitter ?? event.target.querySelector('button');
  }
});
const elsewhere = (event) => event.button !== 0 || event.shiftKey || modified(event);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  const form = document.querySelector('form[hx-put]');
  if (!link || !form || elsewhere(event) || link.target || leaving || failed || (!typed && saving === 0)) return;
  if (link.hasAttribute('download') || !link.protocol.startsWith('http')) return;
  if (link.hash && link.href.split('#')[0] === location.href.split('#')[0]) return;
  leaving = link.href;
  if (typed) form.dispatchEvent(new Event('leave'));
  if (saving > 0) event.preventDefault();
  else leaving = null; // no save began that could be waited for: what was typed is sent along
});
window.addEventListener('pagehide', () => {
  const form = document.querySelector('form[hx-put]');
  if (!form || !typed) return;
  typed = false;
  fetch(form.getAttribute('hx-put'), { method: 'PUT', body: new URLSearchParams(new FormData(form)), keepalive: true });
});

// What was typed into any other form goes along to this page in another language or type size. Passwords and files never
// do.
const tab = (() => { try { return sessionStorage; } catch { return null; } })();
const keptAt = `kept ${location.pathname}`;
const keepable = (field) => field.name && !['hidden', 'password', 'file'].includes(field.type) && field.tagName !== 'BUTTON'
  && field.autocomplete !== 'one-time-code' && !field.name.startsWith('_kept.');
const typedIn = (form) => [...form.elements].filter(keepable);
const addressed = (form) => form.getAttribute('action').split('?')[0];
const ticks = (field) => field.type === 'checkbox' || field.type === 'radio';
// what a form was made from: what was typed over something else is not put over what is there now
const from = (form) => [...form.elements]
  .filter((field) => ['revision', 'version', '_version', 'shown', '_seen'].includes(field.name)).map((field) => field.value).join();
const keep = (forms, at = keptAt) => {
  const values = forms.flatMap((form) => typedIn(form).map((field) =>
    [addressed(form), field.name, field.value, ticks(field) ? field.checked : null, from(form)]));
  if (values.length > 0) tab?.setItem(at, JSON.stringify(values));
};
const posted = () => [...document.querySelectorAll('form[method="post"][action]:not([hx-put])')];
let sent = false;
document.addEventListener('click', (event) => {
  if (!elsewhere(event) && event.target.closest('a[data-same]')) keep(posted());
});
document.addEventListener('submit', (event) => {
  if (/\/(sign-(in|out)|register|set-password)/.test(event.target.getAttribute('action'))) tab?.clear(); // somebody else may sit here now
  else if (posted().includes(event.target)) tab?.removeItem(keptAt);
  sent ||= posted().includes(event.target);
});
// A page that says what is wrong came in answer to a form: gone back to, the browser would ask whether to send that
// again. It is asked for anew instead, and what stood in it comes back.
const leftAt = `left ${location.pathname}`;
const again = performance.getEntriesByType('navigation')[0]?.type !== 'navigate';
const typedBefore = tab?.getItem(keptAt) ?? (again ? tab?.getItem(leftAt) : null);
tab?.removeItem(leftAt);
if (document.getElementById('errors')) {
  history.replaceState(null, '', location.href);
  // on a hall's computer somebody else may go back: what a stranger typed, their number too, is not kept
  const stranger = document.querySelector('.top__tools a[href="/sign-in"]');
  window.addEventListener('pagehide', () => { if (!sent && !stranger) keep(posted(), leftAt); });
} else if (typedBefore) {
  const values = JSON.parse(typedBefore);
  // a form that has other fields now, or is of something that was changed meanwhile, is left as it came
  const same = (form) => values.filter(([action, , , , made]) => action === addressed(form) && made === from(form)).length
    === posted().filter((other) => addressed(other) === addressed(form)).flatMap(typedIn).length;
  posted().filter(same).forEach((form) => typedIn(form).forEach((field) => {
    const at = values.findIndex(([action, name, value, ticked]) => addressed(form) === action
      && field.name === name && (ticked === null || field.value === value));
    if (at < 0) return;
    const [[, , value, ticked]] = values.splice(at, 1);
    if (ticked === null) field.value = value;
    else field.checked = ticked;
  }));
  tab?.removeItem(keptAt);
  window.addEventListener('load', () =>
    document.querySelector('form.act')?.dispatchEvent(new Event('input', { bubbles: true })));
}

// A file that was chosen is sent at once: whoever goes on without pressing the button would lose it. Until the page has
// it nothing else is taken, which would break the sending off; a page that is gone back to is asked for anew.
const sends = 'requestSubmit' in HTMLFormElement.prototype;
document.documentElement.classList.toggle('sends', sends);
document.addEventListener('change', (event) => {
  const form = event.target.form;
  if (!sends || event.target.type !== 'file' || event.target.files.length === 0 || !form?.matches('.upload, [hx-put]')) return;
  const button = form.querySelector('button[data-busy]');
  form.requestSubmit(button);
  button.textContent = button.dataset.busy;
  document.getElementById('main').inert = true;
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted && document.querySelector('form.upload, form[hx-put]')) location.reload();
});

// Arrow keys walk through suggestions; Escape goes back to the words and puts them away, as leaving the search does.
const putAway = (list) => list.replaceChildren();
document.addEventListener('keydown', (event) => {
  const input = event.target.closest('input[data-list]');
  const link = event.target.closest('.hits a');
  if ((!input && !link) || composing(event)) return;
  const list = input ? document.getElementById(input.dataset.list) : link.closest('.hits');
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(link);
  if (event.key === 'ArrowDown' && links[at + 1]) links[at + 1].focus();
  else if (event.key === 'ArrowUp' && at > 0) links[at - 1].focus();
  else if (list.firstElementChild && (event.key === 'Escape' || (link && event.key === 'ArrowUp'))) {
    document.querySelector(`input[data-list="${CSS.escape(list.id)}"]`)?.focus();
    if (event.key === 'Escape') putAway(list);
  } else return;
  event.preventDefault();
});
document.addEventListener('focusout', (event) => {
  const search = event.target.closest('.search');
  if (search && event.relatedTarget && !search.contains(event.relatedTarget)) putAway(search.querySelector('.hits'));
});
document.addEventListener('click', (event) => {
  document.querySelectorAll('.search').forEach((search) => {
    if (!search.contains(event.target)) putAway(search.querySelector('.hits'));
  });
});
document.addEventListener('htmx:beforeSwap', (event) => {
  const search = event.target.matches?.('.hits') ? event.target.closest('.search') : null;
  const left = document.activeElement !== document.body && !search?.contains(document.activeElement);
  if (search && left) event.detail.shouldSwap = false;
});
// A press on a suggestion leaves the focus in the search until it is released.
document.addEventListener('mousedown', (event) => {
  if (event.target.closest('.hits')) event.preventDefault();
});

// The work list by keys: J and K walk, X ticks, Enter opens.
document.addEventListener('keydown', (event) => {
  const rows = [...document.querySelectorAll('table.work tbody tr')];
  const typing = event.target.closest('input:not(.tick), textarea, select, summary, button');
  if (!singleKeys || rows.length === 0 || typing || modified(event)) return;
  const at = rows.findIndex((row) => row.classList.contains('cur'));
  const walk = { j: 1, k: -1 }[event.key];
  if (walk) {
    const to = rows[Math.min(rows.length - 1, Math.max(0, at + walk))];
    if (at >= 0) rows[at].classList.remove('cur');
    to.classList.add('cur');
    to.querySelector('a.open').focus();
  } else if (event.key === 'x' && at >= 0) rows[at].querySelector('.tick').click();
  else return;
  event.preventDefault();
});

// The dialogue of an act: Ctrl+Enter does it, Escape closes it, but not while it holds what somebody wrote.
const written = (field) => {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (field.tagName !== 'SELECT') return field.value !== field.defaultValue;
  const first = Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
  return field.selectedIndex !== first;
};
document.addEventListener('keydown', (event) => {
  const act = document.querySelector('form.act');
  if (composing(event)) return;
  if (!act) {
    if (event.key === 'Escape') document.querySelector('[data-escape]')?.click();
    return;
  }
  if (event.key === 'Enter' && event.ctrlKey) act.requestSubmit(act.querySelector('footer .btn-primary'));
  else if (event.key === 'Escape') {
    const refused = act.querySelector('#errors');
    if (refused || [...act.querySelectorAll('input, textarea, select')].some(written)) return;
    act.querySelector('[data-escape]').click();
  } else return;
  event.preventDefault();
});

// The editors of an item and the long forms of a window ask before they are left with what was typed, or with rows that
// came or went, and was not sent.
// Another language takes along what was typed, but no rows.
const editor = document.querySelector('form[data-unsent]');
let goes = false;
editor?.addEventListener('submit', () => { goes = true; });
window.addEventListener('pageshow', () => { goes = false; });
document.addEventListener('click', (event) => {
  if (!elsewhere(event) && event.target.closest('a[data-same]')) goes = editor?.dataset.unsent === 'false';
});
window.addEventListener('beforeunload', (event) => {
  if (editor && !goes && (editor.dataset.unsent === 'true' || typedIn(editor).some(written))) event.preventDefault();
});

// What is wrong is read first.
document.getElementById('errors')?.focus();
