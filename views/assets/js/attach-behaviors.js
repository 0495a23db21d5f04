/** Elements whose behaviours are being loaded or have been attached. */
const taken = new WeakSet();

/**
 * Attaches behaviors/<name>.js to every element with data-behavior="<name>" below `root`, each element once, and marks
 * it `data-attached` once all of them listen. Pages that exchange a part of themselves call it again. A page without
 * scripts works; behaviours make it quicker.
 */
export async function attachBehaviors(root = document) {
  const elements = [...root.querySelectorAll('[data-behavior]')].filter((element) => !taken.has(element));
  await Promise.all(
    elements.map(async (element) => {
      taken.add(element);
      await Promise.all(element.dataset.behavior.split(' ').map((name) => attachOne(element, name)));
      element.dataset.attached = '';
    }),
  );
}

async function attachOne(element, name) {
  const { attach } = await import(new URL(`behaviors/${name}.js`, import.meta.url).href);
  attach(element);
}
