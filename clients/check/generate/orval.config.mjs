// Functions over fetch; where a service is and who calls says stories/orval-send.ts.
export default Object.fromEntries(
  ["rubric", "evidence", "notification"].map((service) => [
    service,
    {
      input: `../../../contracts/${service}-service.yaml`,
      output: {
        target: `../target/generated/orval/${service}.ts`,
        client: "fetch",
        baseUrl: `http://${service}-service`,
        override: { mutator: { path: "../stories/orval-send.ts", name: "send" } },
      },
    },
  ]),
);
