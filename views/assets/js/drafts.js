/**
 * What was typed at a clause but has not reached the server yet, kept on this device so that neither a lost network nor
 * a closed window loses it.
 */
const prefix = 'assay-draft:';

/** `address` is the path to which the clause's form is posted. */
export function keepDraft(address, body) {
  try {
    localStorage.setItem(prefix + address, body);
  } catch {
    // Storage is full or forbidden: the text still stands in the form.
  }
}

export function readDraft(address) {
  try {
    return localStorage.getItem(prefix + address);
  } catch {
    return null;
  }
}

export function dropDraft(address) {
  try {
    localStorage.removeItem(prefix + address);
  } catch {
    // Nothing was kept then.
  }
}

/** Addresses below `base` that wait to be sent. */
export function listDrafts(base) {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`${prefix}${base}/`))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}
