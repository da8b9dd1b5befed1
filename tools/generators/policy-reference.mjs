export async function generate() { return new Map(); }
