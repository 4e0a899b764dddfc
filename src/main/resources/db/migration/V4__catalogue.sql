create schema catalogue;
