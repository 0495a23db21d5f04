/** Words and characters come again and again; so many answers are kept, then all are forgotten. */
export function kept<Made>(make: (text: string) => Made, most = 5000): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
