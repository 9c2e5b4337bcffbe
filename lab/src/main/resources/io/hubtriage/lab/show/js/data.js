async function json(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error((await response.text()).trim());
  return response.json();
}

export const overview = () => json('api/overview');
export const version = async () => (await json('api/version')).version;
export const messages = query => json(`api/messages?${new URLSearchParams(query)}`);
export const timeline = query => json(`api/timeline?${new URLSearchParams(query)}`);
export const hostConfig = theme => json(`lib/teams-${theme}.json`);
