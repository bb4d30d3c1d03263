// One type for what an operation answers when it succeeds, whichever the status.
export default (responses) => {
  const schemas = Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([, answer]) => Object.values(answer.content ?? {}))
    .map((media) => JSON.stringify(media.schema));
  const different = new Set(schemas);
  return different.size > 1 ? [{ message: `The answers of 2xx have ${different.size} schemas` }] : [];
};
