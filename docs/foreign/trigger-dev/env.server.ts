const { SESSION_SECRET } = process.env;
if (!SESSION_SECRET) {
  throw new Error("SESSION_SECRET is not set");
}

export const env = { SESSION_SECRET };
