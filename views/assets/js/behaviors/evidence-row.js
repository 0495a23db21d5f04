/** A line of the list of uploads: the name, a bar, the state in words; a button to try again where that can help. */
export function uploadRow(list, name, texts, retry) {
  const row = element('li', 'upload-row');
  const bar = element('progress', 'upload-row__bar');
  bar.max = 100;
  bar.setAttribute('aria-label', name);
  const state = element('span', 'upload-row__state');
  const actions = element('span', 'upload-row__actions');
  row.append(element('span', 'upload-row__name', name), bar, state, actions);
  list.append(row);

  const show = (text, percent) => {
    state.textContent = text;
    bar.hidden = percent === null;
    bar.value = percent ?? 0;
  };
  return {
    wait() {
      row.classList.remove('upload-row--failed');
      state.removeAttribute('role');
      actions.replaceChildren();
      show(texts.waiting, 0);
    },
    progress: (percent) => show(percent < 100 ? texts.uploading.replace('[percent]', percent) : texts.storing, percent),
    succeed() {
      show(texts.stored, null);
      setTimeout(() => row.remove(), 4000);
    },
    fail(reason, mayRetry) {
      row.classList.add('upload-row--failed');
      state.setAttribute('role', 'alert');
      show(`${texts.failed}: ${reason}`, null);
      const again = button(texts.retry, texts.retryFile.replace('[name]', name), retry);
      const dismiss = button(texts.dismiss, `${texts.dismiss}: ${name}`, () => row.remove());
      actions.replaceChildren(...(mayRetry ? [again] : []), dismiss);
    },
  };
}

function button(text, label, act) {
  const made = element('button', 'link-button', text);
  made.type = 'button';
  made.setAttribute('aria-label', label);
  made.addEventListener('click', act);
  return made;
}

function element(tag, className, text = '') {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
