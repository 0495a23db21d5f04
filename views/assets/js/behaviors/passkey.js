let library = null;

/** Asks the device for a new key, or to sign with one, puts its answer into the form and sends that. */
export function attach(form) {
  form.addEventListener('submit', async (event) => {
    if (form.elements.answer.value !== '') return;
    event.preventDefault();
    const trouble = form.querySelector('[data-part="trouble"]');
    trouble.hidden = true;
    try {
      library ??= load(form.dataset.library);
      await library;
      form.elements.answer.value = JSON.stringify(await ask(form.dataset.deed, await challengeFrom(form.dataset.challenge)));
      form.submit();
    } catch {
      trouble.hidden = false;
    }
  });
}

async function challengeFrom(address) {
  const answer = await fetch(address, { method: 'POST', headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`The challenge was refused: ${answer.status}`);
  return answer.json();
}

function ask(deed, optionsJSON) {
  const { startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser;
  return deed === 'create' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
}

function load(address) {
  return new Promise((done, fail) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', done);
    script.addEventListener('error', fail);
    document.head.append(script);
  });
}
