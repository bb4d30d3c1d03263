// Like content, of what is not application/json: the schema of the whole or of each line, and of a stream's last line.
const MEMBERS = ["schema", "last"];

export default (representations, _options, context) =>
  Object.entries(representations).flatMap(([type, media]) => {
    const fault = (message) => [{ message: `${type} ${message}`, path: [...context.path, type] }];
    if (!/^[a-z]+\/[a-z0-9.+-]+$/.test(type) || type === "application/json") {
      return fault("is no other media type");
    }
    if (!media.schema) {
      return fault("has no schema");
    }
    const odd = Object.keys(media).filter((key) => !MEMBERS.includes(key));
    if (odd.length > 0) {
      return fault(`has ${odd.join(", ")}, which nobody reads`);
    }
    const vague = MEMBERS.filter((key) => media[key] && !(media[key].type || media[key].oneOf || media[key].anyOf));
    return vague.length > 0 ? fault(`does not say what its ${vague.join(", ")} is`) : [];
  });
