// Suggestions for a place: the ARIA combobox pattern over a plain text field and a hidden key.
const WAIT = 150;

class Combobox {
  constructor(box) {
    this.box = box;
    this.input = box.querySelector('input[type=text]');
    this.key = box.querySelector('input[type=hidden]');
    this.list = Object.assign(document.createElement('ul'), { id: `${this.input.id}-liste`, role: 'listbox', hidden: true });
    this.status = Object.assign(document.createElement('p'), { className: 'kern-sr-only', role: 'status' });
    const label = document.querySelector(`label[for=${this.input.id}]`);
    this.list.setAttribute('aria-label', label.textContent);
    box.append(this.list, this.status);
    const states = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id };
    for (const [name, value] of Object.entries(states)) this.input.setAttribute(name, value);
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', (event) => this.pressed(event));
    this.input.addEventListener('blur', () => this.close());
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => this.take(event.target.closest('li')));
  }

  get isOpen() { return !this.list.hidden; }

  typed() {
    this.key.value = '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(this.input.value.trim()), WAIT);
  }

  async ask(text) {
    this.request?.abort();
    if (text.length < 2) return this.close();
    this.request = new AbortController();
    try {
      const query = new URLSearchParams({ q: text, limit: '8' });
      const answer = await fetch(`${this.box.dataset.combobox}?${query}`, { signal: this.request.signal });
      if (answer.ok) this.show((await answer.json()).items);
    } catch { /* without suggestions the server looks the text up */ }
  }

  show(items) {
    this.list.replaceChildren(...items.map(({ ags, name, path }, index) => {
      const option = Object.assign(document.createElement('li'), { id: `${this.list.id}-${index}`, role: 'option' });
      option.dataset.ags = ags;
      option.dataset.name = name;
      const above = path.filter((region) => region.ags !== ags).map((region) => region.name).reverse().join(', ');
      option.append(Object.assign(document.createElement('strong'), { textContent: name }), ` ${above}`);
      return option;
    }));
    this.list.hidden = items.length === 0;
    this.input.setAttribute('aria-expanded', String(this.isOpen));
    this.mark(null);
    const { one, many, none } = this.box.dataset;
    this.status.textContent = [none, one][items.length] ?? many.replace('#', items.length);
  }

  mark(option) {
    for (const other of this.list.children) other.setAttribute('aria-selected', String(other === option));
    if (option) {
      this.input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else this.input.removeAttribute('aria-activedescendant');
  }

  pressed(event) {
    if (!this.isOpen) return;
    const options = [...this.list.children];
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.mark(options[(at + step + (at < 0 && step < 0 ? 1 : 0) + options.length) % options.length]);
    else if (event.key === 'Enter' && at >= 0) this.take(options[at]);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
  }

  take(option) {
    if (!option) return;
    this.input.value = option.dataset.name;
    this.key.value = option.dataset.ags;
    this.close();
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.mark(null);
  }
}

for (const box of document.querySelectorAll('[data-combobox]')) new Combobox(box);
