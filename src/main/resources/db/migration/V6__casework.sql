create schema casework;
