// What of a contract breaks those who rely on an earlier one; docs/contracts.md says it in words.

const METHODS = ["get", "head", "put", "post", "patch", "delete"];

/** A line for each thing that breaks. */
export function breaking(before, after) {
  const faults = [];
  const within = (answered) => {
    const [sub, sup] = answered ? [after, before] : [before, after];
    return new Within(sub, sup, answered, (fault) => faults.push(fault));
  };
  const [asked, answered] = [within(false), within(true)];
  for (const [path, method, old] of operations(before)) {
    const now = after.paths?.[path]?.[method];
    const name = `${method.toUpperCase()} ${path}`;
    const say = (fault) => faults.push(`${name}: ${fault}`);
    if (now) {
      new Comparison(before, after, name, say, asked, answered).operation(old, now);
    } else {
      say("is gone");
    }
  }
  for (const name of Object.keys(before.components?.schemas ?? {})) {
    if (!after.components?.schemas?.[name]) {
      faults.push(`schema ${name}: is gone, and with it the type of this name in generated clients`);
    }
  }
  return [...new Set(faults)];
}

/** What is there now and was not: for people, it breaks nothing. */
export function added(before, after) {
  return [...operations(after)]
    .filter(([path, method]) => !before.paths?.[path]?.[method])
    .map(([path, method]) => `${method.toUpperCase()} ${path}`);
}

function* operations(contract) {
  for (const [path, item] of Object.entries(contract.paths ?? {})) {
    for (const method of METHODS) {
      if (item[method]) {
        yield [path, method, item[method]];
      }
    }
  }
}

class Comparison {
  /**
   * @param asked says whether what could be sent can still be sent
   * @param answered says whether what is answered is what was answered, but for more members
   */
  constructor(before, after, name, say, asked, answered) {
    Object.assign(this, { before, after, say });
    this.asked = (old, now, at) => asked.check(old, now, `${name}: ${at}`);
    this.answered = (old, now, at) => answered.check(now, old, `${name}: ${at}`);
  }

  operation(old, now) {
    if (old.operationId !== now.operationId) {
      this.say(`operationId was ${old.operationId} and is ${now.operationId}`);
    }
    if (old.tags?.[0] !== now.tags?.[0]) {
      this.say(`its tag was ${old.tags?.[0]} and is ${now.tags?.[0]}, and generated clients group by it`);
    }
    const allowed = roles(now);
    for (const role of roles(old).filter((each) => !allowed.includes(each) && allowed.length > 0)) {
      this.say(`the role ${role} may no longer call it`);
    }
    if (roles(old).length === 0 && allowed.length > 0) {
      this.say("needed no token");
    }
    this.parameters(old, now);
    this.body(old.requestBody, now.requestBody);
    this.answers(old, now);
  }

  parameters(old, now) {
    const find = (operation, contract, like) =>
      (operation.parameters ?? [])
        .map((each) => resolve(contract, each))
        .find((each) => each.in === like.in && each.name === like.name);
    for (const raw of old.parameters ?? []) {
      const was = resolve(this.before, raw);
      const is = find(now, this.after, was);
      const at = `parameter ${was.name}`;
      if (!is) {
        this.say(`${at} is gone`);
        continue;
      }
      if (is.required && !was.required) {
        this.say(`${at} is required now`);
      }
      this.asked(was.schema, is.schema, at);
    }
    for (const raw of now.parameters ?? []) {
      const is = resolve(this.after, raw);
      if (is.required && !find(old, this.before, is)) {
        this.say(`parameter ${is.name} is new and required`);
      }
    }
  }

  body(old, now) {
    const was = resolve(this.before, old);
    const is = resolve(this.after, now);
    if (is?.required && !was?.required) {
      this.say("a body is required now");
    }
    this.media(was, is, "body", this.asked);
  }

  answers(old, now) {
    const covered = problemTypes(this.after, now.responses?.default);
    const statuses = (operation) => Object.keys(operation.responses ?? {});
    for (const status of statuses(old)) {
      const was = resolve(this.before, old.responses[status]);
      const is = resolve(this.after, now.responses?.[status]);
      if (status.startsWith("2") && !is) {
        this.say(`${status} is gone`);
      }
      if (!is) {
        continue;
      }
      for (const name of Object.keys(was.headers ?? {}).filter((each) => !is.headers?.[each])) {
        this.say(`${status}: header ${name} is gone`);
      }
      this.media(was, is, status, this.answered);
      // A conflict or a broken rule may get more reasons; who handles them falls back on the status.
      if (!["409", "422", "default"].includes(status)) {
        const known = problemTypes(this.before, was);
        for (const type of problemTypes(this.after, is)) {
          if (!known.includes(type) && !covered.includes(type)) {
            this.say(`${status}: problem ${type} is new`);
          }
        }
      }
    }
    // 304 comes to those only who ask for it.
    for (const status of statuses(now).filter((each) => each !== "304" && !statuses(old).includes(each))) {
      const types = problemTypes(this.after, now.responses[status]);
      if (types.length === 0 || !types.every((type) => covered.includes(type))) {
        this.say(`${status} is new`);
      }
    }
  }

  media(was, is, at, compare) {
    const old = representations(was);
    const now = representations(is);
    for (const [type, each] of Object.entries(old)) {
      const where = type === "application/json" ? at : `${at} as ${type}`;
      if (!now[type]) {
        // That a refusal has no more to say is no loss.
        if (!/^[345]/.test(at)) {
          this.say(`${where} is gone`);
        }
      } else {
        compare(each.schema, now[type].schema, where);
        if (each.last) {
          compare(each.last, now[type].last, `${where}, last line`);
        } else if (now[type].last) {
          this.say(`${where}: the last line is another now`);
        }
      }
    }
  }
}

/** Whether everything that one schema allows, another allows too. */
class Within {
  constructor(subContract, supContract, answered, say) {
    this.subContract = subContract;
    this.supContract = supContract;
    this.answered = answered;
    this.say = say;
    this.seen = new Set();
  }

  check(rawSub, rawSup, place) {
    let at = place;
    if (rawSub?.$ref && rawSup?.$ref) {
      // Schemas are used in many places, and may hold themselves: told once, by their name.
      const pair = `${rawSub.$ref} ${rawSup.$ref}`;
      if (this.seen.has(pair)) {
        return;
      }
      this.seen.add(pair);
      at = `${nameOf(rawSup)}, ${this.answered ? "answered" : "sent"}`;
    }
    const sub = flat(this.subContract, rawSub);
    const sup = flat(this.supContract, rawSup);
    this.kinds(sub, sup, at);
    if (sub.alternatives.length > 0 && sup.alternatives.length === 0) {
      sub.alternatives.forEach((each) => this.check(each, bare(sup), `${at} (${nameOf(each)})`));
      return;
    }
    this.limits(sub, sup, at);
    this.alternatives(sub, sup, at);
    this.members(sub, sup, at);
    if (sup.items) {
      this.check(sub.items ?? {}, sup.items, `${at}[]`);
    }
    if (!this.answered && sub.default !== undefined && JSON.stringify(sub.default) !== JSON.stringify(sup.default)) {
      this.say(`${at}: the default was ${JSON.stringify(sub.default)} and is ${JSON.stringify(sup.default)}`);
    }
  }

  kinds(sub, sup, at) {
    const subTypes = types(sub);
    const supTypes = types(sup);
    const taken = (type) => supTypes.includes(type) || (type === "integer" && supTypes.includes("number"));
    if (supTypes.length > 0 && (subTypes.length === 0 || !subTypes.every(taken))) {
      this.changed(at, "type", subTypes.join(" or ") || "any", supTypes.join(" or "));
    }
    const subValues = values(sub);
    const supValues = values(sup);
    if (supValues && !subValues?.every((value) => supValues.includes(value))) {
      this.changed(at, "enum", subValues?.join(", ") ?? "any", supValues.join(", "));
    }
  }

  limits(sub, sup, at) {
    if (sup.format !== undefined && sub.format !== sup.format && !(sub.format === "int32" && sup.format === "int64")) {
      this.changed(at, "format", sub.format, sup.format);
    }
    // What may be sent at greater length is also answered at greater length.
    if (this.answered) {
      return;
    }
    for (const name of ["pattern", "multipleOf", "contentEncoding", "contentMediaType"]) {
      if (sup[name] !== undefined && sub[name] !== sup[name]) {
        this.changed(at, name, sub[name], sup[name]);
      }
    }
    for (const kind of ["Length", "Items", "Properties"]) {
      this.limit(at, `min${kind}`, sub, sup, (a, b) => a >= b);
      this.limit(at, `max${kind}`, sub, sup, (a, b) => a <= b);
    }
    for (const name of ["minimum", "exclusiveMinimum"]) {
      this.limit(at, name, sub, sup, (a, b) => a >= b);
    }
    for (const name of ["maximum", "exclusiveMaximum"]) {
      this.limit(at, name, sub, sup, (a, b) => a <= b);
    }
    this.limit(at, "uniqueItems", sub, sup, (a, b) => a || !b);
  }

  limit(at, name, sub, sup, holds) {
    if (sup[name] !== undefined && !(sub[name] !== undefined && holds(sub[name], sup[name]))) {
      this.changed(at, name, sub[name], sup[name]);
    }
  }

  alternatives(sub, sup, at) {
    const theirs = sup.alternatives;
    if (theirs.length === 0) {
      return;
    }
    for (const each of sub.alternatives.length > 0 ? sub.alternatives : [bare(sub)]) {
      // Of the same name, so that what changed inside is told; else any that fits.
      const named = theirs.find((other) => each.$ref && each.$ref === other.$ref);
      if (named) {
        this.check(each, named, `${at} (${nameOf(each)})`);
      } else if (!theirs.some((other) => this.fits(each, other))) {
        this.say(`${at}: ${this.answered ? "new" : "no longer taken"} is the alternative ${nameOf(each)}`);
      }
    }
    if (sup.discriminator && JSON.stringify(sub.discriminator) !== JSON.stringify(sup.discriminator)) {
      this.say(`${at}: the discriminator is another`);
    }
  }

  fits(sub, sup) {
    let fits = true;
    const trial = new Within(this.subContract, this.supContract, this.answered, () => (fits = false));
    trial.check(sub, sup, "");
    return fits;
  }

  members(sub, sup, at) {
    const subMembers = sub.properties ?? {};
    const supMembers = sup.properties ?? {};
    for (const name of sup.required ?? []) {
      if (!sub.required?.includes(name) && (!this.answered || subMembers[name])) {
        this.say(`${at}: ${name} ${this.answered ? "may be left out of answers" : "is required now"}`);
      }
    }
    for (const [name, member] of Object.entries(subMembers)) {
      if (supMembers[name]) {
        this.check(member, supMembers[name], `${at}: ${name}`);
      } else if (sup.additionalProperties === false) {
        this.say(`${at}: ${name} ${this.answered ? "is new where nothing else was to come" : "is no longer taken"}`);
      }
    }
    if (this.answered) {
      for (const name of Object.keys(supMembers).filter((each) => !subMembers[each])) {
        this.say(`${at}: ${name} is gone`);
      }
    }
    const subMore = sub.additionalProperties;
    const supMore = sup.additionalProperties;
    if (supMore === false && subMore !== false && types(sup).includes("object")) {
      this.say(`${at}: other members ${this.answered ? "may come" : "are refused"} now`);
    } else if (typeof supMore === "object" && subMore !== false) {
      this.check(typeof subMore === "object" ? subMore : {}, supMore, `${at}{}`);
    }
  }

  changed(at, what, sub, sup) {
    const [was, is] = this.answered ? [sup, sub] : [sub, sup];
    this.say(`${at}: ${what} was ${was ?? "not limited"} and is ${is ?? "not limited"}`);
  }
}

function resolve(contract, node) {
  let found = node;
  while (found?.$ref) {
    const { $ref, ...beside } = found;
    const there = $ref
      .slice(2)
      .split("/")
      .reduce((at, key) => at?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], contract);
    found = { ...there, ...beside };
  }
  return found;
}

/** A schema with what it refers to and is all of; its alternatives without null, which is a type. */
function flat(contract, raw) {
  const schema = { ...resolve(contract, raw ?? {}) };
  for (const part of schema.allOf ?? []) {
    const { properties, required, alternatives, ...other } = flat(contract, part);
    Object.assign(schema, other, {
      properties: { ...properties, ...schema.properties },
      required: [...(required ?? []), ...(schema.required ?? [])],
      ...(alternatives.length > 0 ? { anyOf: alternatives } : {}),
    });
  }
  const all = schema.oneOf ?? schema.anyOf ?? [];
  const isNull = (each) => each.type === "null" || JSON.stringify(each.type) === '["null"]';
  const others = all.filter((each) => !isNull(each));
  delete schema.oneOf;
  delete schema.anyOf;
  delete schema.allOf;
  if (others.length === 1) {
    const only = flat(contract, others[0]);
    const nullable = all.length > 1 && types(only).length > 0;
    return { ...only, ...schema, type: nullable ? [...types(only), "null"] : only.type };
  }
  if (others.length > 1) {
    schema.type = [...new Set(others.flatMap((each) => types(flat(contract, each))))];
    if (all.length > others.length) {
      schema.type.push("null");
    }
  }
  return { ...schema, alternatives: others };
}

function bare(schema) {
  const { alternatives, ...rest } = schema;
  return { ...rest, type: types(schema).filter((type) => type !== "null") };
}

function types(schema) {
  return schema.type === undefined ? [] : [schema.type].flat();
}

function values(schema) {
  const found = schema.const === undefined ? schema.enum : [schema.const];
  // Whether null is one of them says the type.
  return found?.filter((value) => value !== null);
}

function nameOf(schema) {
  return schema.$ref?.split("/").pop() ?? JSON.stringify(schema).slice(0, 80);
}

function representations(has) {
  return { ...has?.content, ...has?.["x-representations"] };
}

function roles(operation) {
  return (operation.security ?? []).flatMap((each) => Object.values(each).flat());
}

function problemTypes(contract, answer) {
  return Object.keys(resolve(contract, answer)?.content?.["application/problem+json"]?.examples ?? {});
}
