/** Shows the first page of a paper in small beside the form, as it would look with what is typed. Nothing is sent. */
export function attach(desk) {
  const form = desk.querySelector('form');
  const frame = desk.querySelector('[data-sheet]');
  const place = frame.querySelector('[data-logo]');
  const kept = place.dataset.kept || null;
  const logo = document.createElement('img');
  logo.alt = '';
  logo.hidden = true;
  place.append(logo);
  let chosen = null;

  const chooseLogo = () => {
    if (chosen) URL.revokeObjectURL(chosen);
    const [file] = form.elements.logo.files;
    chosen = file ? URL.createObjectURL(file) : null;
  };
  const show = () => {
    const { colour, removeLogo } = form.elements;
    const sheet = frame.querySelector('.brand-sheet');
    if (/^#[0-9a-f]{6}$/i.test(colour.value.trim())) sheet.style.setProperty('--brand-colour', colour.value.trim());
    const source = chosen ?? (removeLogo?.checked ? null : kept);
    logo.hidden = source === null;
    if (source !== null && logo.getAttribute('src') !== source) logo.src = source;
    for (const line of frame.querySelectorAll('[data-shows]')) line.textContent = form.elements[line.dataset.shows].value;
    for (const line of frame.querySelectorAll('[data-chapter]')) showChapter(line, form.elements[line.dataset.chapter].value);
    frame.querySelector('[data-signed]').hidden = form.elements.signatory.value.trim() === '';
  };

  // What is no picture shows none; the server says so when the form is sent.
  logo.addEventListener('error', () => {
    logo.hidden = true;
  });
  form.addEventListener('change', (event) => {
    if (event.target.name === 'logo') chooseLogo();
    show();
  });
  form.addEventListener('input', show);
  show();
  frame.hidden = false;
}

/** A chapter of one's own by its title: the first heading in it. */
function showChapter(line, markdown) {
  const [, title] = /^\s*#{1,6}\s+(.+?)\s*$/m.exec(markdown) ?? [];
  line.hidden = markdown.trim() === '';
  line.textContent = title ?? line.dataset.unnamed;
}
