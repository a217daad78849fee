// vis-network's own bundle, which stands in the page before this script, sets `vis`.
declare var vis: { Network: any; DataSet: any };
