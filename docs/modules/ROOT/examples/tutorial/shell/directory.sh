mkdir reading-list
cd reading-list
