/** As the program does at its start: the YAML parser looks up a variable for every token, which is slow on the real one. */
process.env = { ...process.env };
