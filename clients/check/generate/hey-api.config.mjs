// A client of fetch, whose requests and answers are checked against the contract as they pass.

// Bytes are a Blob; the generator says so in its types, but takes them for text where it checks.
const bytes = ({ $, schema, symbols }) =>
  schema.format === "binary" ? $(symbols.z).attr("instanceof").call($("Blob")) : undefined;

export default ["rubric", "evidence", "notification"].map((service) => ({
  input: `../../contracts/${service}-service.yaml`,
  output: `target/generated/hey-api/${service}`,
  plugins: [
    "@hey-api/client-fetch",
    { name: "zod", "~resolvers": { string: bytes } },
    { name: "@hey-api/sdk", validator: true },
  ],
}));
