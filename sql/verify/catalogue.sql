SELECT 'changed by hand: ' || object AS fault FROM catalogue_difference();
