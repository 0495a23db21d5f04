/** Lets files be dropped on the choice, and names what is chosen; the form is sent as usual. */
export function attach(choice) {
  const input = choice.querySelector('input[type="file"][multiple]');
  const names = choice.querySelector('[data-part="names"]');
  const name = () => showNames(names, choice.querySelectorAll('input[type="file"]'));

  acceptDrops(choice, (files) => {
    input.files = files;
    name();
  });
  choice.addEventListener('change', name);
  choice.querySelector('[data-part="drop"]').hidden = false;
}

/** Calls `take` with the files that are dropped on the element, which shows while something hovers over it. */
export function acceptDrops(element, take) {
  const hover = (on) => element.classList.toggle('file-choice--hover', on);
  element.addEventListener('dragover', (event) => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    hover(true);
  });
  element.addEventListener('dragleave', (event) => {
    if (!element.contains(event.relatedTarget)) hover(false);
  });
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    hover(false);
    if (event.dataTransfer.files.length > 0) take(event.dataTransfer.files);
  });
}

function showNames(list, inputs) {
  const files = [...inputs].flatMap((input) => [...input.files]);
  list.replaceChildren(
    ...files.map((file) => {
      const item = document.createElement('li');
      item.textContent = file.name;
      return item;
    }),
  );
}
