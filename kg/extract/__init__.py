"""Pure stages, a module a phenomenon: each takes a Reading and returns a new one."""
